#!/bin/sh
# Opens the desk. Where it has no window yet, or there is no display to show one, runs the demonstration instead.
set -eu
cd "$(dirname "$0")/.."
if [ -f wopdesk/ui/__main__.py ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/wopdesk
fi
exec .venv/bin/wopdesk demo demo
