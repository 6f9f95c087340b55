package org.rongyi.platform.audit;

import java.util.List;
import java.util.UUID;

/** 谁叫这个名字: asked by whoever searches the trail for what was done about somebody; the room of persons answers it. */
public interface NamedPersons {

    /** Ids of those who bear exactly this name, as far as the reader's scope reaches; at most {@code most}. */
    List<UUID> named(String name, int most);
}
