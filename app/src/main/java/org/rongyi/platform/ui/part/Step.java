package org.rongyi.platform.ui.part;

import org.jspecify.annotations.Nullable;

/** One step of a procedure. */
public record Step(String label, @Nullable String note, State state) {

    /** How far a step has come. */
    public enum State {
        DONE("已完成", "done"),
        NOW("进行中", "now"),
        AHEAD("未开始", "ahead");

        private final String zh;
        private final String css;

        State(String zh, String css) {
            this.zh = zh;
            this.css = css;
        }

        public String zh() {
            return zh;
        }

        public String css() {
            return css;
        }
    }
}
