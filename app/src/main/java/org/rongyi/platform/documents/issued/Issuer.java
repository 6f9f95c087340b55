package org.rongyi.platform.documents.issued;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 签发单位 and who signs for it.
 *
 * @param unitCode the division the unit stands at; part of the document's number
 * @param name a person, or the program where a term that ran out speaks for the unit
 * @param post none when no post signs
 */
public record Issuer(
        UUID unit,
        String unitName,
        DivisionCode unitCode,
        String name,
        @Nullable UUID post) {

    public static Issuer of(Actor.Office office) {
        return new Issuer(office.unit(), office.unitName(), office.unitCode(), office.name(), office.post());
    }
}
