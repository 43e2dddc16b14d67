/* Coursewright's quiz player: enhances every form.cq-item of a page, also those that come later,
   and fills every .cq-score. Answers stay in the page; nothing is stored or sent.
   `grade` scores as builder/player/grade.py does; a test holds one against the other. */
(() => {
"use strict";
if (window.coursewright) {
	window.coursewright.scan(document);
	return;
}

const say = {
	check: "Check",
	again: "Try again",
	show: "Show the answer",
	compare: "Compare with the model answer",
	restart: "Start the quiz again",
	right: "Right.",
	wrong: "Not right.",
	shown: "The answer:",
	partly: (n, of, what) => `Partly right: ${n} of ${of}${what}.`,
	judged: " options judged correctly",
	lookAgain: (where) => `Look again at: ${where}.`,
	margin: (n, answer) => `Answers within ${n} of ${answer} count as right.`,
	isKey: "Right answer",
	chosenRight: "Right",
	chosenWrong: "Not right",
	should: (text) => `. Right answer: ${text}`,
	model: "Model answer",
	source: "Source",
	rate: "How close was your answer?",
	ratings: ["Missed the point", "Partly there", "Got the point"],
	rated: "Noted. Your own rating does not count in the score.",
	up: (text) => `Move up: ${text}`,
	down: (text) => `Move down: ${text}`,
	moved: (text, n, of) => `${text}: now ${n} of ${of}`,
	incomplete: "Answer first.",
	missing: "Answer every line first.",
	noNumber: "Enter a number, for example 1,234.5 or 12 %.",
	progress: (n, of) => `${n} of ${of} ${of === 1 ? "item" : "items"} answered`,
	score: (got, of, share) => `Score at first try: ${got} of ${of} (${share} %)`,
	retried: (got, of) => `With later tries: ${got} of ${of}`,
	passed: (mark) => `You have reached the pass mark of ${mark} %.`,
	failed: (mark) => `The pass mark is ${mark} %. Look at the explanations and start again.`,
	done: "You have answered all items.",
};

/* ---- Comparing what is typed: see builder/player/compare.py ---- */

const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const run = /[+-]? ?(?:[0-9][0-9.,' ]*|\.[0-9]+)/g;
const word = /[a-z\u00c0-\u1fff\u2c00-\ud7ff]+|[%$€£]/gu;
const western = (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => c.charCodeAt(0) & 15);

function plain(text) {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.replace(/^(?:the|an?) /, "")
		.replace(/ /g, "");
}

function sameText(given, accepted) {
	const one = plain(given);
	const other = plain(accepted);
	return one || other ? one === other : given.trim() === accepted.trim();
}

function valueOf(digits) {
	let text = digits.trim().replace(/[.,' ]+$/, "");
	const sign = text.startsWith("-") ? -1 : 1;
	text = text.replace(/^[+\- ]+/, "");
	const whole3 = /^(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3}){2,})|[^,.]*)$/;
	const point = whole3.test(text) ? -1 : Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
	const whole = point < 0 ? text : text.slice(0, point);
	const decimals = point < 0 ? "" : text.slice(point + 1);
	const grouped = /^(?:[0-9]+|[0-9]{1,3}([,.' ])[0-9]{3}(?:\1[0-9]{3})*|)$/;
	if (!grouped.test(whole) || !/^[0-9]*$/.test(decimals)) return null;
	if (point >= 0 && whole.includes(text[point])) return null;
	const bare = whole.replace(/[^0-9]/g, "");
	return bare || decimals ? sign * Number(`${bare || 0}.${decimals || 0}`) : null;
}

function readNumber(text, unit = "") {
	const clean = western(text.normalize("NFKC"))
		.toLowerCase()
		.replace(/\u2019/g, "'")
		.replace(/[\u2212\u2013]/g, "-")
		.replace(/\s+/g, " ");
	const runs = clean.match(run) || [];
	let value = runs.length === 1 ? valueOf(runs[0]) : null;
	const known = ["%", "per", "cent", "percent", "$", "€", "£"].concat(
		unit.normalize("NFKC").toLowerCase().match(word) || []
	);
	for (const w of clean.replace(run, " ").match(word) || []) {
		if (known.includes(w)) continue;
		if (value === null || !Object.hasOwn(scales, w)) return null;
		value *= scales[w];
	}
	return value;
}

/* ---- Scoring: see builder/player/grade.py; positions are those of the presented item ---- */

const of = (parts, complete = true) => ({
	score: parts.length ? parts.filter(Boolean).length / parts.length : 0,
	parts,
	complete,
});
const one = (data, answer) => of([data.key.includes(answer[0])], answer.length === 1);
const rows = (data, answer) =>
	of(
		data.key.map((right, i) => right.includes(answer[i])),
		answer.every((choice) => choice !== null)
	);
const graders = {
	choice: one,
	true_false: one,
	multiple: (data, answer) =>
		of(
			data.why.map((_, i) => answer.includes(i) === data.key.includes(i)),
			answer.length > 0
		),
	match: rows,
	categorise: rows,
	order: (data, answer) => of(data.key.map((due, i) => due === answer[i])),
	number(data, answer) {
		const value = readNumber(answer, data.unit);
		const margin = data.tolerance + 1e-9 * Math.max(1, Math.abs(data.answer));
		const near = (v) => Math.abs(v - data.answer) <= margin;
		return of([value !== null && (near(value) || near(value / (data.scale || 1)))], value !== null);
	},
	text: ({ accepted }, answer) =>
		of([accepted.some((text) => sameText(answer, text))], answer.trim() !== ""),
	open: (data, answer) => ({ score: Math.min(Math.max(answer, 0), 1), parts: [], complete: true }),
};
const grade = (data, answer) => graders[data.type](data, answer);

/* ---- Building elements; text goes in as text only ---- */

function make(tag, className, text) {
	const element = document.createElement(tag);
	if (className) element.className = className;
	if (text !== undefined) element.textContent = text;
	return element;
}

function button(text, className) {
	const element = make("button", `cq-button ${className}`, text);
	element.type = "button";
	return element;
}

const all = (root, selector) => [...root.querySelectorAll(selector)];
const textOf = (root) => root.querySelector(".cq-text").textContent;

/* A sign for the eye, and a word for everybody. */
function mark(host, right, text = right ? say.chosenRight : say.chosenWrong) {
	host.classList.add(right ? "cq-right" : "cq-wrong");
	const note = make("p", "cq-mark");
	const sign = make("span", "cq-sign", right ? "✓ " : "✗ ");
	sign.setAttribute("aria-hidden", "true");
	note.append(sign, make("span", "cq-verdict", text));
	host.append(note);
	return note;
}

function source({ quote, where }) {
	const block = make("figure", "cq-source");
	if (quote) block.append(make("blockquote", "", quote));
	if (where) {
		const caption = make("figcaption");
		caption.append(make("span", "cq-label", `${say.source}: `), where);
		block.append(caption);
	}
	return block;
}

/* ---- Kinds of items: how an answer is read, marked, revealed, emptied ---- */

const options = {
	read: ({ form }) => all(form, ".cq-options input:checked").map((input) => Number(input.value)),
	mark({ form, data }, parts, full) {
		all(form, ".cq-options > li").forEach((li, i) => {
			const chosen = li.querySelector("input").checked;
			const right = data.key.includes(i);
			if (!chosen && !full) return;
			let note = null;
			if (chosen) note = mark(li, right);
			else if (right) note = mark(li, true, say.isKey);
			if (data.why[i]) {
				note = note || li.appendChild(make("p", "cq-mark"));
				note.append(make("span", "cq-why", `${note.firstChild ? ". " : ""}${data.why[i]}`));
			}
		});
	},
	clear({ form, data }, wholly) {
		all(form, ".cq-options input").forEach((input) => {
			if (wholly || data.type !== "multiple") input.checked = false;
		});
	},
};

const assign = {
	rows: (form) => all(form, ".cq-rows > li"),
	chosen(li) {
		const control = li.querySelector("select, input:checked");
		return control && control.value !== "" ? Number(control.value) : null;
	},
	read: ({ form }) => assign.rows(form).map(assign.chosen),
	mark({ form, data }, parts, full) {
		assign.rows(form).forEach((li, i) => {
			const menu = li.querySelector("select");
			const texts = menu
				? [...menu.options].slice(1).map((entry) => entry.label)
				: all(li, "label").map((label) => label.textContent.trim());
			const due = say.should(data.key[i].map((k) => texts[k]).join(" / "));
			const note = mark(li, parts[i]);
			if (full && !parts[i]) note.append(make("span", "cq-why", due));
		});
	},
	clear({ form, data }, wholly) {
		assign.rows(form).forEach((li, i) => {
			if (!wholly && data.key[i].includes(assign.chosen(li))) return;
			all(li, "select").forEach((menu) => (menu.value = ""));
			all(li, "input").forEach((input) => (input.checked = false));
		});
	},
};

const sequence = {
	list: (form) => form.querySelector(".cq-sequence"),
	setup(item) {
		const list = sequence.list(item.form);
		list.removeAttribute("type");
		item.start = [...list.children];
		item.start.forEach((li, i) => {
			li.dataset.at = i;
			const moves = make("span", "cq-moves");
			[[-1, "↑", say.up], [1, "↓", say.down]].forEach(([step, sign, label]) => {
				const move = button(sign, "cq-move");
				move.setAttribute("aria-label", label(textOf(li)));
				move.dataset.step = step;
				move.addEventListener("click", () => sequence.move(item, li, step, move));
				moves.append(move);
			});
			moves.addEventListener("keydown", (event) => {
				const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
				if (!step) return;
				event.preventDefault();
				sequence.move(item, li, step, event.target);
			});
			li.append(moves);
		});
		sequence.ends(list);
	},
	move(item, li, step, focused) {
		const other = step < 0 ? li.previousElementSibling : li.nextElementSibling;
		if (!other) return;
		item.changed();
		if (step < 0) other.before(li);
		else other.after(li);
		focused.focus();
		const list = [...li.parentNode.children];
		sequence.ends(li.parentNode);
		item.said.textContent = say.moved(textOf(li), list.indexOf(li) + 1, list.length);
	},
	/* Buttons at the ends do nothing, but keep the focus. */
	ends(list) {
		all(list, ".cq-move").forEach((move) => {
			const end = move.dataset.step < 0 ? list.firstElementChild : list.lastElementChild;
			move.setAttribute("aria-disabled", String(end.contains(move)));
		});
	},
	read: ({ form }) => [...sequence.list(form).children].map((li) => Number(li.dataset.at)),
	mark({ form, data, start }, parts, full) {
		const list = sequence.list(form);
		if (full) list.append(...data.key.map((at) => start[at]));
		sequence.ends(list);
		if (full) all(list, "li").forEach((li) => li.classList.add("cq-right"));
		else [...list.children].forEach((li, i) => mark(li, parts[i]));
	},
	clear({ form, start }, wholly) {
		if (wholly) sequence.list(form).append(...start);
		sequence.ends(sequence.list(form));
	},
};

const field = {
	input: (form) => form.querySelector(".cq-field input, .cq-field textarea"),
	read: ({ form }) => field.input(form).value,
	mark({ form }, parts) {
		field.input(form).closest(".cq-field").classList.add(parts[0] ? "cq-right" : "cq-wrong");
	},
	clear({ form }, wholly) {
		if (wholly) field.input(form).value = "";
	},
};

const kinds = {
	choice: options,
	multiple: options,
	true_false: options,
	match: assign,
	categorise: assign,
	order: sequence,
	number: field,
	text: field,
	open: field,
};

/* ---- One item ---- */

class Item {
	constructor(form, data) {
		Object.assign(this, { form, data, kind: kinds[data.type], checked: false });
		this.status = make("div", "cq-status");
		this.said = make("div", "cq-said");
		this.status.role = this.said.role = "status";
		this.more = make("div", "cq-more");
		this.more.tabIndex = -1;
		this.main = button(data.type === "open" ? say.compare : say.check, "cq-main");
		this.main.type = "submit";
		this.reveal = button(say.show, "cq-reveal");
		this.reveal.hidden = true;
		const bar = make("div", "cq-bar");
		bar.append(this.main, this.reveal);
		form.append(bar, this.status, this.more, this.said);
		if (data.type === "open") this.more.after(this.status);
		if (this.kind.setup) this.kind.setup(this);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			if (this.checked) this.again();
			else this.check();
		});
		/* JupyterLab takes keys for shortcuts unless the element in focus says no, and Enter anyway. */
		form.addEventListener("focusin", ({ target }) => (target.dataset.lmSuppressShortcuts = "true"));
		form.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" || !event.target.matches("[type=text]")) return;
			event.preventDefault();
			form.requestSubmit();
		});
		this.reveal.addEventListener("click", () => this.showAnswer());
		form.querySelector(".cq-body").addEventListener("input", () => this.changed());
	}

	check() {
		if (this.data.type === "open") return this.compare();
		const { score, parts, complete } = grade(this.data, this.kind.read(this));
		if (!complete) return this.incomplete();
		const full = score === 1 || this.data.type === "true_false";
		scores.record(this.form, score);
		this.checked = true;
		this.main.textContent = say.again;
		this.mark(parts, full);
		const got = parts.filter(Boolean).length;
		const what = this.data.type === "multiple" ? say.judged : "";
		if (score === 1) this.verdict("cq-right", say.right);
		else if (got) this.verdict("cq-partly", say.partly(got, parts.length, what));
		else this.verdict("cq-wrong", say.wrong);
		if (full) return this.explain();
		this.reveal.hidden = false;
		const hint = (this.data.sources || []).find(({ where }) => where);
		if (hint) this.more.append(make("p", "cq-hint", say.lookAgain(hint.where)));
	}

	incomplete() {
		const { type } = this.data;
		const rows = type === "match" || type === "categorise";
		this.verdict("cq-ask", rows ? say.missing : type === "number" ? say.noNumber : say.incomplete);
		this.first().focus();
	}

	compare() {
		if (!this.kind.read(this).trim()) return this.incomplete();
		this.checked = true;
		this.main.textContent = say.again;
		this.explain();
		const rate = make("fieldset", "cq-rate");
		rate.append(make("legend", "", say.rate));
		say.ratings.forEach((text, i) => {
			const label = make("label");
			const input = make("input");
			Object.assign(input, { type: "radio", name: "rating", value: i / 2 });
			label.append(input, ` ${text}`);
			rate.append(label);
		});
		rate.addEventListener("input", (event) => {
			scores.record(this.form, grade(this.data, Number(event.target.value)).score);
			this.verdict("cq-shown", say.rated);
		});
		this.more.append(rate);
		this.more.focus();
	}

	showAnswer() {
		const { parts } = grade(this.data, this.kind.read(this));
		this.unmark();
		this.mark(parts, true);
		this.checked = this.revealed = true;
		scores.close(this.form);
		this.verdict("cq-shown", say.shown + (this.data.shown ? ` ${this.data.shown}` : ""));
		this.explain();
		this.more.focus();
	}

	explain() {
		const { data, more } = this;
		this.reveal.hidden = true;
		more.replaceChildren();
		if (data.model) more.append(make("p", "cq-label", say.model), make("p", "cq-model", data.model));
		if (data.tolerance) more.append(make("p", "cq-margin", say.margin(data.tolerance, data.shown)));
		if (data.rationale) more.append(make("p", "cq-rationale", data.rationale));
		more.append(...(data.sources || []).map(source));
		all(more, "p, blockquote").forEach((block) => (block.dir = "auto"));
	}

	first() {
		return this.form.querySelector(".cq-body :is(input, select, textarea, button)");
	}

	verdict(className, text) {
		this.status.className = `cq-status ${className}`;
		this.status.textContent = text;
	}

	mark(parts, full) {
		this.form.classList.add("cq-checked");
		this.kind.mark(this, parts, full);
	}

	unmark() {
		this.form.classList.remove("cq-checked");
		all(this.form, ".cq-mark").forEach((note) => note.remove());
		all(this.form, ".cq-body :is(.cq-right, .cq-wrong)").forEach((marked) =>
			marked.classList.remove("cq-right", "cq-wrong")
		);
		this.more.replaceChildren();
		this.verdict("", "");
		this.said.textContent = "";
		this.reveal.hidden = true;
	}

	/* The answer is being changed: what was said about the old one goes. */
	changed() {
		this.unmark();
		this.checked = false;
		this.main.textContent = this.data.type === "open" ? say.compare : say.check;
	}

	again() {
		this.kind.clear(this, this.revealed);
		this.revealed = false;
		this.changed();
		this.first().focus();
	}

	reset() {
		this.kind.clear(this, true);
		this.changed();
	}
}

/* ---- Scores: the first try of each item counts, later ones are shown beside it ---- */

const scores = {
	quizzes: new Map(),
	of(quiz) {
		if (!this.quizzes.has(quiz)) this.quizzes.set(quiz, new Map());
		return this.quizzes.get(quiz);
	},
	add(form, item) {
		const { quiz, item: id } = form.dataset;
		if (quiz) this.of(quiz).set(id, { item, counts: item.data.type !== "open" });
	},
	entry: ({ dataset }) => dataset.quiz && scores.of(dataset.quiz).get(dataset.item),
	/* The answer has been shown: what is right after that is no achievement. */
	close(form) {
		const entry = this.entry(form);
		if (entry) entry.closed = true;
	},
	record(form, score) {
		const entry = this.entry(form);
		if (!entry || entry.closed) return;
		if (entry.first === undefined) entry.first = score;
		entry.best = Math.max(entry.best || 0, score);
		this.show(form.dataset.quiz);
	},
	reset(quiz) {
		for (const entry of this.of(quiz).values()) {
			entry.item.reset();
			entry.first = entry.best = entry.closed = undefined;
		}
		this.show(quiz);
	},
	show(quiz) {
		all(document, ".cq-score").filter((panel) => panel.dataset.quiz === quiz).forEach(fillScore);
	},
};

const points = (number) => String(Math.round(number * 10) / 10);

function fillScore(panel) {
	const { quiz, items, counted, pass } = panel.dataset;
	const line = (text, name = "cq-line") => panel.append(make("p", name, text));
	const entries = [...scores.of(quiz).values()];
	const answered = entries.filter((entry) => entry.first !== undefined);
	const sum = (name) => answered.reduce((total, e) => total + (e.counts ? e[name] : 0), 0);
	const tried = answered.filter((entry) => entry.counts).length;
	const done = answered.length >= Number(items);
	const total = done ? Number(counted) : tried;
	panel.replaceChildren();
	const bar = make("progress");
	Object.assign(bar, { max: Number(items) || 1, value: answered.length });
	bar.setAttribute("aria-hidden", "true");
	line(say.progress(answered.length, Number(items)));
	panel.append(bar);
	if (total) {
		const share = (100 * sum("first")) / total;
		line(say.score(points(sum("first")), total, Math.round(share)), "cq-result");
		if (sum("best") > sum("first") + 1e-9) line(say.retried(points(sum("best")), total));
		if (done && pass) line(share + 1e-9 >= pass ? say.passed(pass) : say.failed(pass));
	}
	if (done && !(total && pass)) line(say.done);
	if (answered.length) {
		const restart = button(say.restart, "cq-restart");
		restart.addEventListener("click", () => {
			scores.reset(quiz);
			panel.tabIndex = -1;
			panel.focus();
		});
		panel.append(restart);
	}
}

/* ---- Finding items, now and later ---- */

function enhance(form) {
	const script = form.querySelector('script[type="application/json"]');
	if (form.dataset.ready || !script) return;
	let data;
	try {
		data = JSON.parse(script.textContent);
	} catch {
		return;
	}
	if (!kinds[data.type]) return;
	form.dataset.ready = "true";
	scores.add(form, new Item(form, data));
	if (form.dataset.quiz) scores.show(form.dataset.quiz);
}

function scan(root) {
	const found = (selector) =>
		[root, ...root.querySelectorAll(selector)].filter((e) => e.matches?.(selector));
	found("form.cq-item").forEach(enhance);
	found(".cq-score:not([data-ready])").forEach((panel) => {
		panel.dataset.ready = "true";
		fillScore(panel);
	});
}

window.coursewright = { scan, grade, plain, readNumber };
function start() {
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes)
			for (const node of addedNodes) if (node.nodeType === 1 && node.isConnected) scan(node);
	}).observe(document, { childList: true, subtree: true });
	scan(document);
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
})();
