"""ODK's XPath: text → tokens → tree → an XPath that lxml evaluates, with the references it reads."""
