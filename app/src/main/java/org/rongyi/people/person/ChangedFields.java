package org.rongyi.people.person;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.NumberMask;

/**
 * What the trail says of a corrected file: which fields, and what they said and say as far as the masks show it. Whoever reads the
 * trail opens no file; the rest stands in the file's own history.
 */
final class ChangedFields {

    private ChangedFields() {}

    static Detail of(PersonFile.View before, CorrectPerson.Content content, List<String> lines, String reason) {
        var changes = new ArrayList<Detail.Change>();
        for (var line : lines) {
            var what = line.substring(0, line.indexOf('：'));
            changes.add(
                    switch (what) {
                        case "姓名" ->
                            new Detail.Change(what, NameMask.mask(before.name()), NameMask.mask(content.name()));
                        case "身份证号" -> new Detail.Change(what, before.citizenId(), masked(content.citizenId()));
                        case "电话" -> new Detail.Change(what, orNone(before.phone()), phone(content.phone()));
                        default -> Detail.unsaid(what);
                    });
        }
        var why = reason.replace(before.name(), NameMask.mask(before.name()))
                .replace(content.name(), NameMask.mask(content.name()));
        return new Detail(why, changes);
    }

    private static @Nullable String masked(@Nullable CitizenId number) {
        return number == null ? null : number.masked();
    }

    private static @Nullable String phone(@Nullable String phone) {
        return phone == null || phone.isBlank() ? null : NumberMask.phone(phone);
    }

    private static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
