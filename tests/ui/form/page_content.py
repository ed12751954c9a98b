"""The six parts of a monthly report as values: labels of forms/monthly_report/form.md, answers invented."""
