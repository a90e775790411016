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

createRoot(document.getElementById("root")).render(
  <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} minZoom={0.05} defaultViewport={{ x: 20, y: 20, zoom: 1 }} />,
);
const drawn = () => {
  const cards = document.querySelectorAll(".react-flow__node").length;
  const ways = document.querySelectorAll(".react-flow__edge").length;
  if (cards === nodes.length && ways === edges.length) markReady();
  else requestAnimationFrame(drawn);
};
drawn();
