package org.rongyi.career.campaign.wish.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.rongyi.platform.ui.Typed;

/**
 * The list as it is being put in order, carried by the form alone; each button of the form says what it does in its value.
 *
 * @param wishes numbers of posts, the best first
 */
record Pick(List<String> wishes) {

    static final String ACT = "do";
    static final String HAND_IN = "hand-in";

    private static final int LONGEST = 100;

    Pick {
        wishes = List.copyOf(wishes);
    }

    /** What came, after what the pressed button says. */
    static Pick of(Typed typed) {
        var wishes = new ArrayList<>(new LinkedHashSet<>(typed.values("wish")));
        wishes.subList(Math.min(LONGEST, wishes.size()), wishes.size()).clear();
        var pressed = typed.value(ACT).split(" ", 2);
        if (pressed.length == 2) {
            press(wishes, pressed[0], pressed[1]);
        }
        return new Pick(wishes);
    }

    private static void press(List<String> wishes, String what, String code) {
        int at = wishes.indexOf(code);
        switch (what) {
            case "add" -> {
                if (at < 0 && wishes.size() < LONGEST) {
                    wishes.add(code);
                }
            }
            case "out" -> wishes.remove(code);
            case "up" -> {
                if (at > 0) {
                    Collections.swap(wishes, at, at - 1);
                }
            }
            case "down" -> {
                if (at >= 0 && at < wishes.size() - 1) {
                    Collections.swap(wishes, at, at + 1);
                }
            }
            default -> {
                // a button of another form
            }
        }
    }
}
