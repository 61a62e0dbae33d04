"""Gold out into the servers of other tools, changed there as their users do, and back: ``make clients``.

Each server gets an environment of its own below ``build/clients``, listens on the loopback address alone, and
is ended when its turn is over. Nothing of it is a dependency of this program.

python scripts/clients.py [label-studio] [doccano]
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import HTTPCookieProcessor, Request, build_opener
from uuid import uuid4

from fzreview.cli import run
from fzreview.work.gold.exporting import export
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from fzreview.work.layers.reading import layers_of

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from support.decided_store import ANN, PLAIN, Reviewer, empty_store  # noqa: E402 - found only now

BUILD = ROOT / "build" / "clients"
HOST = "127.0.0.1"
USER, PASSWORD, TOKEN = "reviewer@example.org", "correct-horse-battery", uuid4().hex
REQUIREMENTS = {
    "label-studio": ("label-studio>=1.23,<1.24",),
    # doccano 1.8 does not hold these back: its environs reads what marshmallow 4 no longer has, its pandas is
    # made for numpy 1.
    "doccano": ("doccano>=1.8,<1.9", "marshmallow<4", "numpy<2"),
}
WAIT_SECONDS = 600
"""A database made from nothing takes minutes where others use the machine too."""
QUIET = {
    "COLLECT_ANALYTICS": "false",
    "LATEST_VERSION_CHECK": "false",
    "SENTRY_DSN": "",
    "FRONTEND_SENTRY_DSN": "",
}
"""Label Studio then tells nobody anything."""


class Api:
    """One user's calls to one server."""

    def __init__(self, address: str, headers: Mapping[str, str] | None = None) -> None:
        self._address, self.headers = address, dict(headers or {})
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def call(self, method: str, path: str, data: Any = None) -> bytes:
        body, headers = None, dict(self.headers)
        for cookie in self.cookies:
            if cookie.name == "csrftoken" and cookie.value:
                headers["X-CSRFToken"] = cookie.value
        if isinstance(data, bytes):
            boundary = uuid4().hex
            headers["Content-Type"] = f"multipart/form-data; boundary={boundary}"
            named = 'Content-Disposition: form-data; name="filepond"; filename="gold.jsonl"'
            head = f"--{boundary}\r\n{named}\r\n\r\n"
            body = head.encode() + data + f"\r\n--{boundary}--\r\n".encode()
        elif data is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(data).encode()
        request = Request(f"{self._address}{path}", body, headers, method=method)
        with self._opener.open(request, timeout=60) as answer:
            told: bytes = answer.read()
        return told

    def json(self, method: str, path: str, data: Any = None) -> Any:
        return json.loads(self.call(method, path, data) or b"null")


def environment(name: str) -> Path:
    """The folder of programs of an environment with the server in it; made where there is none."""
    folder = BUILD / name
    programs = folder / "bin"
    if not (programs / name).exists():
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--retries", "10"]
        subprocess.run([*pip, *REQUIREMENTS[name]], check=True)
    return programs


@contextmanager
def running(command: Sequence[str | Path], more: Mapping[str, str], folder: Path) -> Iterator[None]:
    """A program that runs meanwhile with what it started; where something fails, its last words are told."""
    words = folder / f"{Path(command[0]).name}-{uuid4().hex[:6]}.log"
    with words.open("wb") as log:
        process = subprocess.Popen(
            list(map(str, command)),
            stdout=log,
            stderr=log,
            cwd=folder,
            env=os.environ | more,
            start_new_session=True,
        )
        try:
            yield
        except Exception:
            print(*words.read_text(encoding="utf-8", errors="replace").splitlines()[-20:], sep="\n")
            raise
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def awaited(ask: Callable[[], Any]) -> Any:
    """The first answer that means yes; RuntimeError where none comes in time."""
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            if answer := ask():
                return answer
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(1)
    raise RuntimeError("the server does not answer")


def store_in(folder: Path) -> Path:
    """A store in which one figure was verified; another is open beside it."""
    store = empty_store(folder / "store.db")
    ann = Reviewer(store, ANN, "plain")
    ann.verify("18件")
    ann.verify("269.95亿元")
    ann.close()
    return store


def label_studio(folder: Path) -> list[Imported]:
    """A value is corrected, a region drawn and a region deleted, by a user of the server."""
    programs, port = environment("label-studio"), 18_480
    store = store_in(folder)
    export(store, folder / "gold", ["labelstudio"])
    command = [
        programs / "label-studio", "start", "--no-browser", "--internal-host", HOST, "--port", port,
        "--data-dir", folder, "--username", USER, "--password", PASSWORD, "--user-token", TOKEN,
        "--enable-legacy-api-token",
    ]  # fmt: skip
    with running(command, QUIET | {"LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK": "true"}, folder):
        api = Api(f"http://{HOST}:{port}", {"Authorization": f"Token {TOKEN}"})
        awaited(lambda: api.call("GET", "/health"))
        config = (folder / "gold" / "labelstudio" / "config.xml").read_text(encoding="utf-8")
        project = api.json("POST", "/api/projects", {"title": "gold", "label_config": config})["id"]
        tasks = json.loads((folder / "gold" / "labelstudio" / "tasks.json").read_text(encoding="utf-8"))
        api.json("POST", f"/api/projects/{project}/import", tasks)
        (task,) = api.json("GET", f"/api/tasks?project={project}&fields=all")["tasks"]
        (annotation,) = api.json("GET", f"/api/tasks/{task['id']}/annotations/")
        start = PLAIN.index("5次")
        kept = [one for one in annotation["result"] if one["id"] == "g1"]
        for one in kept:
            if one["from_name"] == "value":
                one["value"]["text"] = ["19"]
        drawn = {"start": start, "end": start + 2, "text": "5次", "labels": ["count"]}
        kept.append({"id": "drawn", "from_name": "kind", "to_name": "text", "type": "labels", "value": drawn})
        change = {"result": kept, "lead_time": 5}
        api.json("PATCH", f"/api/annotations/{annotation['id']}/", change)
        told = api.call("GET", f"/api/projects/{project}/export?exportType=JSON")
        (folder / "back.json").write_bytes(told)
        guess = {"id": "p", "from_name": "kind", "to_name": "text", "type": "labels", "value": drawn}
        model = {"task": task["id"], "model_version": "m 1", "score": 0.75, "result": [guess]}
        api.json("POST", "/api/predictions/", model)
        (folder / "model.json").write_bytes(_snapshot(api, f"/api/projects/{project}/exports/"))
    _check_layer(store, folder / "model.json")
    return list(import_gold(store, "labelstudio", folder / "back.json", "eva"))


def _snapshot(api: Api, exports: str) -> bytes:
    """A snapshot of a project's tasks with their predictions, which the plain export only numbers."""
    wanted = {"title": "all", "serialization_options": {"predictions": {"only_id": False}}}
    number = api.json("POST", exports, wanted)["id"]
    awaited(lambda: api.json("GET", f"{exports}{number}")["status"] == "completed")
    return api.call("GET", f"{exports}{number}/download?exportType=JSON")


def _check_layer(store: Path, predictions: Path) -> None:
    """Raises RuntimeError where the model's prediction is not the layer that it should be."""
    # Beside it stand those of undecided figures, which went out with the tasks.
    chosen = ["--format", "labelstudio", "--name", "model", "--version", "m 1"]
    run(["--db", str(store), "layers", "add", str(predictions), *chosen])
    told = [(layer.label, layer.figures, layer.confident) for layer in layers_of(store)]
    if told != [("model@m-1", 1, 1)]:
        raise RuntimeError(f"layers: {told}")


def doccano(folder: Path) -> list[Imported]:
    """A span is labelled by a user of the server, in its own units, and the zip comes back."""
    programs, port = environment("doccano"), 18_481
    store = store_in(folder)
    export(store, folder / "gold", ["doccano"])
    more = {"DOCCANO_HOME": str(folder), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for command in (["init"], ["createuser", "--username", "admin", "--password", PASSWORD]):
        subprocess.run([programs / "doccano", *command], check=True, env=os.environ | more)
    where = "import backend, pathlib; print(pathlib.Path(backend.__file__).parent)"
    asked = [programs / "python", "-c", where]
    base = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    # Its own command for the server would listen on every address.
    server = [programs / "gunicorn", "--bind", f"{HOST}:{port}", "--chdir", base, "config.wsgi"]
    of_server = more | {
        "STANDALONE": "True",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
    }
    with ExitStack() as stack:
        stack.enter_context(running(server, of_server, folder))
        stack.enter_context(running([programs / "doccano", "task"], more, folder))
        api = Api(f"http://{HOST}:{port}/v1", {"Referer": f"http://{HOST}:{port}/"})
        awaited(lambda: api.call("GET", "/health/?format=json"))
        api.call("POST", "/auth/login/", {"username": "admin", "password": PASSWORD})
        told = {"name": "gold", "description": "gold", "guideline": "", "tags": []}
        told |= {"project_type": "SequenceLabeling", "resourcetype": "SequenceLabelingProject"}
        told |= {"allow_overlapping": True, "grapheme_mode": False, "use_relation": False}
        told |= {"random_order": False, "collaborative_annotation": True}
        project = f"/projects/{api.json('POST', '/projects', told)['id']}"
        data = (folder / "gold" / "doccano" / "reports.jsonl").read_bytes()
        upload = api.call("POST", "/fp/process/", data).decode()
        sort = {"format": "JSONL", "task": "SequenceLabeling", "uploadIds": [upload]}
        columns = {"column_data": "text", "column_label": "label", "encoding": "utf_8"}
        _finished(api, api.json("POST", f"{project}/upload", sort | columns)["task_id"])
        (example,) = api.json("GET", f"{project}/examples")["results"]
        kinds = {one["text"]: one["id"] for one in api.json("GET", f"{project}/span-types")}
        start = PLAIN.index("5次")
        span = {"start_offset": start, "end_offset": start + 2, "label": kinds["count"]}
        api.json("POST", f"{project}/examples/{example['id']}/spans", span)
        task = api.json("POST", f"{project}/download", {"format": "JSONL", "exportApproved": False})[
            "task_id"
        ]
        _finished(api, task)
        (folder / "back.zip").write_bytes(api.call("GET", f"{project}/download?taskId={task}"))
    return list(import_gold(store, "doccano", folder / "back.zip", "eva"))


def _finished(api: Api, task: str) -> None:
    awaited(lambda: api.json("GET", f"/tasks/status/{task}")["ready"])


EXPECTED = {
    "label-studio": ["corrected", "not_a_figure", "verified"],
    "doccano": ["already_there", "already_there", "verified"],
}
"""What came of the rows: the action of those that are new, the outcome of the others."""

CLIENTS: Mapping[str, Callable[[Path], list[Imported]]] = {"label-studio": label_studio, "doccano": doccano}


def main(names: Sequence[str]) -> int:
    """0, or 1 where something came back otherwise than it should."""
    wrong = 0
    for name in names or CLIENTS:
        with tempfile.TemporaryDirectory() as folder:
            rows = CLIENTS[name](Path(folder))
        told = sorted(row.action or row.outcome for row in rows)
        wrong += told != EXPECTED[name]
        print(name, "as expected" if told == EXPECTED[name] else f"{told}, expected {EXPECTED[name]}")
        for row in rows:
            if row.error is not None:
                print(" ", row.error)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
