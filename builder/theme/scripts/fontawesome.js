// Stands in for the icon library of the theme (1.5 MB): coursewright.css draws the few icons.
