package org.rongyi.platform.division.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Succession;

/**
 * A division as outsiders read it. Codes are texts of twelve digits; levels 1 province … 5 village.
 *
 * @param parent none for the province
 * @param validFrom 2009-01-01 means that day or earlier
 * @param validTo the first day it no longer holds; null while it does
 * @param inForce whether the version told of holds on the day asked for; if not, it is the nearest one
 * @param successors who took over from this code, in order of time
 */
record DivisionDocument(
        String code,
        String name,
        int level,
        String kind,
        @Nullable String parent,
        List<Unit> path,
        List<Unit> children,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean inForce,
        LocalDate asOf,
        List<Successor> successors) {

    record Unit(String code, String name, int level) {

        static Unit of(Division d) {
            return new Unit(d.code().toString(), d.name(), d.level().number());
        }
    }

    /** @param main records of the old code continue under this one */
    record Successor(String code, @Nullable String name, LocalDate on, String kind, boolean main) {

        static Successor of(Succession s, @Nullable String name) {
            return new Successor(s.to().toString(), name, s.on(), s.kind().zh(), s.main());
        }
    }
}
