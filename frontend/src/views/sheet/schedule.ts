/**
 * When the sheet is drawn, and when it does what would be in the way of who is at work on it. The timers of its drawing
 * are here: a frame for what is to be seen at once, a pause for the rest.
 */

export interface Schedule {
  /** Draws before the next frame, once however often it is asked for. */
  drawSoon(): void;
  /** Is drawing now: no frame is needed for it any more. */
  drawing(): void;
  /** A frame is on its way: somebody is at work. */
  busy(): boolean;
  /** Work that is done while nobody is at work, once `later` asks for it. Somebody is whose next frame is on its way, and where `unless` says so. */
  whenAtRest(work: () => void, wait: number, unless?: () => boolean): Task;
  end(): void;
}

export interface Task {
  /** In so many milliseconds, the task's own `wait` unless given; counted anew where it is asked for again. */
  later(wait?: number): void;
  /** It was done by other means. */
  cancel(): void;
}

export function createSchedule(draw: () => void): Schedule {
  const tasks: Task[] = [];
  let frame = 0;

  function drawing(): void {
    cancelAnimationFrame(frame);
    frame = 0;
  }
  const busy = (): boolean => frame !== 0;

  return {
    drawSoon() {
      if (!busy()) frame = requestAnimationFrame(draw);
    },
    drawing,
    busy,
    whenAtRest(work, wait, unless) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const task: Task = {
        later(ms = wait) {
          clearTimeout(timer);
          timer = setTimeout(due, ms);
        },
        cancel() {
          clearTimeout(timer);
        },
      };
      function due(): void {
        if (busy() || unless?.() === true) task.later();
        else work();
      }
      tasks.push(task);
      return task;
    },
    end() {
      drawing();
      for (const task of tasks) task.cancel();
    },
  };
}
