package org.rongyi.platform.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** What can be imported, and by whom. */
@Component
public class Importers {

    private final List<Importer<?>> all;

    Importers(List<Importer<?>> all) {
        // stations, staff, persons: the order in which a county fills its lists
        this.all = all.stream()
                .sorted(Comparator.<Importer<?>, String>comparing(Importer::kind)
                        .reversed())
                .toList();
    }

    /** Those whose act the actor may perform. */
    public List<Importer<?>> allowed(Actor actor) {
        return all.stream()
                .filter(one -> Permission.mayPerform(one.act(), actor))
                .toList();
    }

    /** Empty when there is no such kind, or the actor may not. */
    public Optional<Importer<?>> find(String kind, Actor actor) {
        return allowed(actor).stream().filter(one -> one.kind().equals(kind)).findFirst();
    }
}
