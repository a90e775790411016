// What the benches ask of a page: put into each before its own scripts run.
window.bench = (() => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const { port1, port2 } = new MessageChannel();
  /** Runs once the frame whose callbacks run now is drawn. */
  const drawn = () =>
    new Promise((done) => {
      port1.onmessage = () => done();
      port2.postMessage(null);
    });

  const keys = [];
  const scroller = () => {
    const sheet = document.querySelector('[data-region="sheet"]') ?? document.scrollingElement;
    const scrolls = (one) => one.scrollWidth > one.clientWidth + 50 && /auto|scroll/.test(getComputedStyle(one).overflowX);
    return [sheet, ...sheet.querySelectorAll("*")].find(scrolls) ?? sheet;
  };
  /** Milliseconds between the frames of two seconds in which `step` is done in each. */
  const frames = async (step) => {
    const times = [];
    const end = performance.now() + 2000;
    let last = await frame();
    for (let i = 0; last < end; i++) {
      step(i);
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times.slice(2);
  };

  const marked = (name) =>
    new Promise((done) => {
      const look = () => {
        const [mark] = performance.getEntriesByName(name);
        if (mark) done(mark.startTime);
        else setTimeout(look, 10);
      };
      look();
    });

  const mark = performance.mark.bind(performance);
  performance.mark = (name, ...more) => {
    if (name === "sheet-ready") requestAnimationFrame(() => void drawn().then(() => mark("sheet-drawn")));
    return mark(name, ...more);
  };

  return {
    /** Milliseconds from the navigation until the sheet took input and the frame that shows it is drawn. */
    ready: () => marked("sheet-drawn"),
    /** The same, until everything is made, in sight or not. */
    whole: () => marked("sheet-whole"),
    /** Once the findings and their first prices are there, which take the server seconds on a large sheet; at most half a minute. */
    priced: () =>
      new Promise((done) => {
        const look = () => {
          const there = performance.getEntriesByType("resource").some(({ name }) => name.includes("prices=1"));
          if (there || performance.now() > 30000) setTimeout(done, 1000);
          else setTimeout(look, 100);
        };
        look();
      }),
    /** Of that the part once records, script and letters were there: the drawing. */
    grid: () => {
      const [ready, begin] = ["sheet-drawn", "sheet-begin"].map((name) => performance.getEntriesByName(name)[0].startTime);
      return ready - begin;
    },
    /** From now on every key is watched until the frame that shows what it did is drawn. */
    watch: () => {
      addEventListener(
        "keydown",
        (event) => {
          if (["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
          const begun = performance.now();
          let handled = begun;
          // The page's own handlers have run once the event leaves the window, or once one of them stops it.
          const after = () => queueMicrotask(() => (handled = performance.now()));
          const stop = event.stopPropagation.bind(event);
          event.stopPropagation = () => {
            stop();
            after();
          };
          addEventListener("keydown", after, { once: true });
          requestAnimationFrame(async () => {
            const callbacks = performance.now();
            await drawn();
            const end = performance.now();
            keys.push({ seen: end - event.timeStamp, busy: handled - begun + (end - callbacks) });
          });
        },
        true,
      );
    },
    keys: () => keys.splice(0),
    /** Once the last key has been measured and what it did is saved. */
    saved: () =>
      new Promise((done) => {
        const status = document.querySelector("[data-status]");
        const look = () => (status.dataset.status === "saved" ? done() : setTimeout(look, 20));
        setTimeout(look, 100);
      }),
    answers: () =>
      performance
        .getEntriesByType("resource")
        .filter((one) => one.name.endsWith("/changes/") && one.initiatorType === "fetch")
        .map((one) => one.duration),
    pan: () => {
      const sheet = scroller();
      return frames(() => sheet.scrollBy(14, 5));
    },
    /** As a wheel with Ctrl does: in, then out again. */
    zoom: () => {
      const sheet = scroller();
      const box = sheet.getBoundingClientRect();
      return frames((i) =>
        sheet.dispatchEvent(
          new WheelEvent("wheel", {
            deltaY: Math.floor(i / 20) % 2 === 0 ? -12 : 12,
            ctrlKey: true,
            clientX: box.left + box.width / 2,
            clientY: box.top + box.height / 2,
            bubbles: true,
            cancelable: true,
          }),
        ),
      );
    },
    /** Compressed bytes of script that the page asked for before it took input; parts that nobody asked for come after. */
    script: () => {
      const [{ startTime: ready }] = performance.getEntriesByName("sheet-ready");
      return performance
        .getEntriesByType("resource")
        .filter((one) => /\.js($|\?)/.test(one.name) && one.startTime < ready)
        .reduce((sum, one) => sum + one.encodedBodySize, 0);
    },
    /** As many cards and links, as bare as can be: a grid, three lines of text, a path; no library, no behaviour. */
    bare: ([cards, links, columns, rows]) =>
      new Promise((done) => {
        const start = performance.now();
        document.body.replaceChildren();
        const grid = document.createElement("div");
        grid.style.cssText = "position:relative;display:grid;gap:18px";
        grid.style.gridTemplateColumns = `repeat(${columns}, 152px)`;
        const cells = Array.from({ length: columns * rows }, () => grid.appendChild(document.createElement("div")));
        const made = [];
        for (let i = 0; i < cards; i++) {
          const card = document.createElement("div");
          card.style.cssText = "border:1px solid;border-radius:7px;padding:8px;margin:4px;font:13px sans-serif";
          for (const text of [`Vérifie la commande ${i}`, "2 min · tape l’adresse", "CRM"]) {
            card.appendChild(document.createElement("div")).textContent = text;
          }
          cells[(i * 7) % cells.length].appendChild(card);
          made.push(card);
        }
        document.body.appendChild(grid);
        const boxes = made.map((card) => card.getBoundingClientRect());
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.style.cssText = "position:absolute;inset:0;width:100%;height:100%";
        for (let i = 0; i < links; i++) {
          const [from, to] = [boxes[i % cards], boxes[(i * 3 + 1) % cards]];
          const path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
          const half = (from.right + to.left) / 2;
          path.setAttribute("d", `M${from.right} ${from.top + 20}H${half}V${to.top + 20}H${to.left}`);
          path.setAttribute("fill", "none");
          path.setAttribute("stroke", "black");
        }
        grid.appendChild(svg);
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }),
  };
})();
