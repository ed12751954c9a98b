"""All partnerships of this office."""
