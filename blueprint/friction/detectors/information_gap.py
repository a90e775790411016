"""information-gap: what a step needs is missing, late, contradictory, in the wrong format or too old."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.document import Exchange
from blueprint.friction.base import Detector, Limits, Missing, Phrase, Sighting
from blueprint.graph import BlueprintGraph


class InformationGap(Detector):
    fixes = ("integral technology", "resequencing", "buffering")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for step in graph.steps.values():
            gaps = [
                exchange for exchange in step.information if _is_bad(exchange) or _is_old(graph, exchange)
            ]
            if gaps:
                yield Sighting(
                    per=(step.id,),
                    steps=(step.id,),
                    because=self.phrase(
                        "because",
                        step=graph.title(step.id),
                        gaps=[self._gap(graph, exchange) for exchange in gaps],
                        information=list(dict.fromkeys(graph.title(one.information) for one in gaps)),
                    ),
                    evidence={
                        "gaps": [
                            {
                                "information": exchange.information,
                                "state": exchange.state,
                                "within_min": exchange.within_min,
                                "delay_min": graph.information[exchange.information].delay_min,
                                "as": exchange.as_,
                            }
                            for exchange in gaps
                        ]
                    },
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.steps.values():
            if any(_is_bad(exchange) or _is_old(graph, exchange) for exchange in step.information):
                continue
            for place, exchange in enumerate(step.information):
                if exchange.how != "needs":
                    continue
                delay_min = graph.information[exchange.information].delay_min
                if exchange.state is None:
                    yield Missing("step", step.id, f"information[{place}].state")
                if exchange.within_min is not None and delay_min is None:
                    yield Missing("information", exchange.information, "delay_min")
                if exchange.within_min is None and delay_min is not None:
                    yield Missing("step", step.id, f"information[{place}].within_min")

    def _gap(self, graph: BlueprintGraph, exchange: Exchange) -> Phrase:
        title = graph.title(exchange.information)
        if _is_bad(exchange):
            return self.phrase(f"state.{exchange.state}", information=title)
        delay_min = graph.information[exchange.information].delay_min
        return self.phrase("old", information=title, delay=delay_min, within=exchange.within_min)


def _is_bad(exchange: Exchange) -> bool:
    return exchange.how == "needs" and exchange.state not in (None, "ok")


def _is_old(graph: BlueprintGraph, exchange: Exchange) -> bool:
    delay_min = graph.information[exchange.information].delay_min
    if exchange.how != "needs" or exchange.within_min is None or delay_min is None:
        return False
    return exchange.within_min < delay_min
