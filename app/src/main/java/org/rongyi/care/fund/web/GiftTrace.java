package org.rongyi.care.fund.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 捐赠去向, in words: the same lines for the donor, the public and the office. */
@Component
public class GiftTrace {

    private static final int SHOWN = 50;

    private final Lots lots;
    private final PurposeChanges changes;
    private final Divisions divisions;
    private final Policy policy;

    GiftTrace(Lots lots, PurposeChanges changes, Divisions divisions, Policy policy) {
        this.lots = lots;
        this.changes = changes;
        this.divisions = divisions;
        this.policy = policy;
    }

    /**
     * What a gift is bound to, each part of it that was changed to something else, and a page of what they were used for.
     *
     * @param after where the page begins, as the one before said
     */
    public GiftUses of(UUID gift, String after) {
        var parts = parts(gift);
        var names = parts.stream().collect(Collectors.toMap(part -> part.lot().id(), GiftPart::name));
        var page = lots.uses(List.copyOf(names.keySet()), Cursor.parse(after, key -> key), SHOWN);
        var uses = page.rows().stream().map(use -> line(use, names)).toList();
        return new GiftUses(parts, uses, page.next());
    }

    /** Everything they were used for, the parts reckoned already; inside a transaction. */
    void each(List<GiftPart> parts, Consumer<GiftUse> to) {
        var names = parts.stream().collect(Collectors.toMap(part -> part.lot().id(), GiftPart::name));
        lots.eachUse(List.copyOf(names.keySet()), use -> to.accept(line(use, names)));
    }

    private GiftUse line(Lots.Use use, Map<UUID, String> names) {
        return new GiftUse(
                use,
                names.getOrDefault(use.part(), ""),
                policy.label("fund.purpose", use.purpose()),
                divisions.fullName(use.county()));
    }

    private List<GiftPart> parts(UUID gift) {
        var parts = new ArrayList<GiftPart>();
        parts.add(part("原来约定的", lots.find(gift).orElseThrow(), null));
        for (var change : changes.published(gift)) {
            parts.add(part("变更 " + parts.size(), lots.find(change.id()).orElseThrow(), change));
        }
        return List.copyOf(parts);
    }

    private GiftPart part(String name, Lot lot, PurposeChanges.@Nullable Published change) {
        return new GiftPart(name, lot, lots.followed(lot.id()), change, bonds(lot));
    }

    public String bonds(Lot lot) {
        var terms = lot.terms();
        var purposes = new HashMap<String, String>();
        var places = new HashMap<DivisionCode, String>();
        if (terms.purpose() != null) {
            purposes.put(terms.purpose(), policy.label("fund.purpose", terms.purpose()));
        }
        if (terms.place() != null) {
            places.put(terms.place(), divisions.fullName(terms.place()));
        }
        return Terms.text(terms, purposes, places);
    }
}
