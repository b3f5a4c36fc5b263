"""`coach serve`: the application under uvicorn, with sentences for what can go wrong."""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import suppress

import structlog

from bot.server.errors import StartError
from bot.server.logs import quiet_libraries, set_up_logs
from bot.server.model_file import model_file
from bot.settings import Settings, SettingsError, unknown_names

logger = structlog.stdlib.get_logger(__name__)

SHUTDOWN_SECONDS = 3


def serve(host: str | None = None, port: int | None = None) -> int:
    """Serve until Ctrl-C; ``host`` and ``port`` win over the settings.

    Returns the process's exit code: 0, or 1 after a sentence on standard error.
    """
    quiet_libraries()
    try:
        settings = Settings.from_environment().changed(host=host, port=port)
        set_up_logs(settings.log_level, settings.log_format)
        for name in unknown_names(os.environ):
            logger.warning("no such setting", name=name)
        model_file(settings.model_path)
        listener = listen(settings.host, settings.port)
    except (SettingsError, StartError) as problem:
        print(problem, file=sys.stderr)
        return 1
    with listener:
        return _run(settings, listener)


def _run(settings: Settings, listener: socket.socket) -> int:
    # Imported late: whoever only wants to know why it cannot start should not wait for them.
    import uvicorn

    from bot.server.app import create_app
    from bot.server.worker import Worker

    def on_change() -> None:
        if worker.about is not None:
            _say(f"The coach is ready at {_address(listener)} (model {worker.about.model}).")
        else:
            server.should_exit = True

    worker = Worker(settings, on_change)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings, worker),
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        )
    )
    _say("The coach is starting; this takes some seconds.")
    # uvicorn shuts everything down at Ctrl-C and then passes the signal on.
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
    if worker.problem:
        print(worker.problem, file=sys.stderr)
        return 1
    return 0


def _say(sentence: str) -> None:
    # Nobody may be reading any more: that is no reason to stop.
    with suppress(OSError):
        print(sentence, flush=True)


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to ``host`` and ``port``. Raises StartError with what to do instead."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
    except OSError as error:
        raise StartError(
            f"The address {host} cannot be used: {error.strerror or error}."
        ) from error
    try:
        # A port whose last owner has just ended is free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        raise StartError(_why_not(host, port, error)) from error
    return listener


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken: stop the program that uses it, or choose another port with "
            "--port or COACH_PORT."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user: choose one above 1023."
    return f"{host}:{port} cannot be listened on: {error.strerror}."


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
