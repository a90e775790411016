/** The sheet in bpmn-js: a task for each step, a sequence flow for each link, placed as in the other libraries. */
import Modeler from "bpmn-js/lib/Modeler";
import "bpmn-js/dist/assets/diagram-js.css";
import { HEIGHT, WIDTH, markBegin, markReady, readSheet } from "./sheet.js";

const { steps, links } = await readSheet();
markBegin();
const place = new Map(steps.map((step) => [step.id, step]));
const text = (value) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const flows = links.filter(({ source, target }) => place.has(source) && place.has(target));
const bends = ({ source, target }) => {
  const [from, to] = [place.get(source), place.get(target)];
  const [x0, y0, x1, y1] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  const half = (x0 + x1) / 2;
  return [[x0, y0], [half, y0], [half, y1], [x1, y1]].map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join("");
};
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="bench">
<bpmn:process id="process">
${steps.map(({ id, title }) => `<bpmn:task id="${id}" name="${text(title)}"/>`).join("")}
${flows.map(({ id, source, target }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`).join("")}
</bpmn:process>
<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="process">
${steps.map(({ id, x, y }) => `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}"/></bpmndi:BPMNShape>`).join("")}
${flows.map((link) => `<bpmndi:BPMNEdge bpmnElement="${link.id}">${bends(link)}</bpmndi:BPMNEdge>`).join("")}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const modeler = new Modeler({ container: document.getElementById("root") });
await modeler.importXML(xml);
markReady();
