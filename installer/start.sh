#!/bin/sh
# Opens the desk. Where there is no display to show its window, or no window yet, runs the demonstration instead.
set -eu
cd "$(dirname "$0")/.."
if [ -f wopdesk/ui/shell/application.py ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/wopdesk
fi
exec .venv/bin/wopdesk demo demo
