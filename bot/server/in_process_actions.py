"""Runs the actions in this process, where Rasa would call an action server over HTTP."""

from __future__ import annotations

import json
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

ACTIONS = "actions"
RECENT_EVENTS = 30  # some turns; copying all of a long conversation would cost more


class InProcessActions(EndpointConfig):
    """An action endpoint that answers as ``rasa run actions`` does, without a network."""

    def __init__(self, executor: ActionExecutor | None = None) -> None:
        # Actions get the domain only if the domain says that they need it.
        super().__init__(enable_selective_domain=True)
        self._executor = executor or _all_actions()

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Run the action that ``kwargs["json"]`` calls.

        The call and the result are copied through JSON: an action sees what it would see behind
        HTTP, though of a long conversation only the end, and of earlier messages not how they were
        understood; it cannot change the conversation but by its events. Raises
        ClientResponseError(400) if the action refuses to run.
        """
        call, tracker = kwargs["json"], kwargs["json"]["tracker"]
        recent = {**tracker, "events": _recent(tracker.get("events") or [])}
        call = json.loads(json.dumps({**call, "tracker": recent}))
        try:
            result = await self._executor.run(call)
        except ActionExecutionRejection as refusal:
            body = {"error": str(refusal), "action_name": refusal.action_name}
            raise ClientResponseError(400, "Bad Request", json.dumps(body)) from refusal
        return json.loads(json.dumps(result))


def _recent(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The last of ``events``; how messages were understood is long, and read of the latest only,
    which the tracker holds apart."""
    return [
        {key: value for key, value in event.items() if key != "parse_data"}
        for event in events[-RECENT_EVENTS:]
    ]


def _all_actions() -> ActionExecutor:
    executor = ActionExecutor()
    executor.register_package(ACTIONS)
    return executor
