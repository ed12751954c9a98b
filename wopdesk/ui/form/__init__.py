"""An editor for each type of question, and the frame around it. They know values as XForm text, and no form engine."""
