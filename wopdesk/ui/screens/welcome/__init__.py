"""The welcome: what a person sees where there is no data file yet. It ends with a desk."""
