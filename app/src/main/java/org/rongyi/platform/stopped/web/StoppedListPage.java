package org.rongyi.platform.stopped.web;

import java.util.List;
import org.rongyi.platform.stopped.Stopped;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;

/**
 * 被拦下的话.
 *
 * @param own what the reader asked for
 * @param waiting what he is to decide
 */
public record StoppedListPage(List<Stopped> own, List<Stopped> waiting) implements Page {

    @Override
    public String title() {
        return "被拦下的话";
    }

    public static String state(Stopped one) {
        return one.used() != null ? "放行，已录入" : one.state().zh();
    }

    public static Tone tone(Stopped one) {
        return switch (one.state()) {
            case WAITING -> Tone.WARNING;
            case RELEASED -> Tone.SUCCESS;
            case REFUSED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
