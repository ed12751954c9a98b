#!/bin/sh
# Opens the desk. Where it has no window yet, or there is no display to show one, runs the demonstration instead.
set -eu
cd "$(dirname "$0")/.."
if [ -d wopdesk/ui ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/wopdesk
fi
exec .venv/bin/wopdesk demo demo
