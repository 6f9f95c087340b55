package org.rongyi.platform.ui;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 菜单: the doors all rooms have contributed, as one actor sees them. */
@Component
public class Menu {

    private final List<MenuEntry> entries;

    Menu(ObjectProvider<MenuEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::path))
                .toList();
    }

    /** What the actor may open; the entry that leads most closely to the path is the active one. */
    public List<Frame.Item> itemsFor(Actor actor, String path) {
        var shown = entries.stream().filter(e -> e.isFor(actor)).toList();
        @Nullable
        MenuEntry active = shown.stream()
                .filter(e -> e.leadsTo(path))
                .max(Comparator.comparingInt(e -> e.path().length()))
                .orElse(null);
        return shown.stream()
                .map(e -> new Frame.Item(e.label(), e.path(), e.icon(), e.equals(active), e.waitingFor(actor)))
                .toList();
    }
}
