"""Live regions: frozen values and the HTML made from them, for the page, the answer and the push."""
