#!/bin/sh
# Find a working Python 3.10 and run a script of this folder with it:
#   sh bot/setup/setup.sh environment.py
# The variable PYTHON may name the interpreter to use.
set -eu

works() {
    "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-} python3.10 python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python; do
        if works "$candidate"; then
            python=$candidate
            return 0
        fi
    done
    if command -v uv >/dev/null 2>&1; then
        python=$(uv python find --no-python-downloads 3.10 2>/dev/null) && works "$python"
    else
        return 1
    fi
}

here=$(cd "$(dirname "$0")" && pwd)
script=$1
shift

unset PYTHONHOME PYTHONPATH __PYVENV_LAUNCHER__ || true
if ! find_python; then
    echo "Career coach needs Python 3.10, which was not found: install it" \
        "(for example with 'pyenv install 3.10' or from python.org)" \
        "or name it with 'make PYTHON=/path/to/python3.10'." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "This Python 3.10 cannot create virtual environments: install its venv" \
        "module (on Debian and Ubuntu 'apt-get install python3.10-venv')." >&2
    exit 1
fi
exec "$python" "$here/$script" "$@"
