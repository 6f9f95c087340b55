package org.rongyi.platform.division;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found: a unit of today.
 *
 * @param path province first, the unit itself last
 * @param by the old version that fitted, when it was not the present one: 原名 or 原代码
 */
public record DivisionHit(
        Division unit, List<Division> path, @Nullable Division by) {

    public DivisionHit {
        path = List.copyOf(path);
    }
}
