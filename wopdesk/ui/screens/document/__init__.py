"""The document screen: a record of any kind is filled, reviewed, submitted and sent. What is filled knows no Qt."""
