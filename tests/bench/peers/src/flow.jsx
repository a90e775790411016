/** The sheet in React Flow: a node of its own for the cards, orthogonal edges, as its documentation recommends. */
import { Handle, Position, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { memo } from "react";
import { createRoot } from "react-dom/client";
import { HEIGHT, WIDTH, markBegin, markReady, readSheet } from "./sheet.js";

const Card = memo(({ data }) => (
  <div style={{ width: WIDTH, minHeight: HEIGHT, border: "1px solid", borderRadius: 7, padding: 8, font: "13px sans-serif", boxSizing: "border-box" }}>
    <Handle type="target" position={Position.Left} />
    <b>{data.title}</b>
    <div>{data.facts}</div>
    <div>{data.tools}</div>
    <Handle type="source" position={Position.Right} />
  </div>
));
const nodeTypes = { card: Card };

const { steps, links } = await readSheet();
markBegin();
const nodes = steps.map(({ id, x, y, ...data }) => ({ id, type: "card", position: { x, y }, data, width: WIDTH, height: HEIGHT }));
const edges = links.map(({ id, source, target }) => ({ id, source, target, type: "smoothstep" }));

const root = document.getElementById("root");
const count = (name) => root.querySelectorAll(`.react-flow__${name}`).length;
const made = new MutationObserver(() => {
  if (count("node") < nodes.length || count("edge") < edges.length) return;
  made.disconnect();
  markReady();
});
made.observe(root, { childList: true, subtree: true });
createRoot(root).render(
  <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} minZoom={0.05} defaultViewport={{ x: 20, y: 20, zoom: 1 }} />,
);
