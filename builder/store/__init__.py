"""The files that people write and review: YAML to model and back, both directions side by side.

`load_bank(path)`, `bank_from_data(data)`, `bank_to_data(bank)`, `save_bank(path, bank)`, and the
same for the course and for modules. Whatever is wrong with a file is said at once, by line.
"""

from builder.store.bank import bank_from_data, bank_to_data, load_bank, save_bank
from builder.store.course import course_from_data, course_to_data, load_course, save_course
from builder.store.files import write_if_changed
from builder.store.module import load_module, module_from_data, module_to_data, save_module
from builder.store.schemas import write_schemas

__all__ = [
    "bank_from_data",
    "bank_to_data",
    "course_from_data",
    "course_to_data",
    "load_bank",
    "load_course",
    "load_module",
    "module_from_data",
    "module_to_data",
    "save_bank",
    "save_course",
    "save_module",
    "write_if_changed",
    "write_schemas",
]
