package org.rongyi.career.campaign.group.web;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.platform.ui.Typed;

/** 会议, as it is typed: its day, its minutes, and how each member attended. */
public final class HeldForm {

    private static final String MEMBER = "member.";

    private HeldForm() {}

    /** None without a day. */
    public static Optional<Held> read(Typed typed) {
        var how = new HashMap<UUID, Attendance>();
        for (var field : typed.fields().keySet()) {
            var member = field.startsWith(MEMBER)
                    ? Typed.empty().with("id", field.substring(MEMBER.length())).id("id")
                    : null;
            if (member != null) {
                EnumSet.allOf(Attendance.class).stream()
                        .filter(one -> one.name().equals(typed.value(field)))
                        .forEach(one -> how.put(member, one));
            }
        }
        return typed.day("heldOn").map(on -> new Held(on, typed.value("minutes"), how));
    }
}
