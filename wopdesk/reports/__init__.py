"""Reports: documents as PDF, registers and series as workbooks.

The only place that knows reportlab and openpyxl. A document is a function from values; where they came
from it must not know.
"""
