package org.rongyi.insight.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every kind the rooms count, by id. */
@Component
public class FigureKinds {

    private final List<FigureKind> all;
    private final Map<Integer, FigureKind> byId = new HashMap<>();

    FigureKinds(ObjectProvider<FigureKind> kinds) {
        all = kinds.stream().sorted(Comparator.comparingInt(FigureKind::id)).toList();
        var codes = new HashSet<String>();
        for (var kind : all) {
            var twin = byId.put(kind.id(), kind);
            if (twin != null || !codes.add(kind.code())) {
                throw new IllegalStateException("two figure kinds share an id or a code: " + kind + ", " + twin);
            }
        }
    }

    public List<FigureKind> all() {
        return all;
    }

    public Optional<FigureKind> find(String code) {
        return all.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    FigureKind get(int id) {
        var kind = byId.get(id);
        if (kind == null) {
            throw new IllegalStateException("facts of kind " + id + " are kept, but no room counts it");
        }
        return kind;
    }
}
