package org.rongyi.platform.access.client;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.ui.Page;

/** 接口说明. @param window how many seconds a signature may be off */
public record InterfacesPage(List<OpenApi.Door> doors, int window) implements Page {

    public InterfacesPage {
        doors = List.copyOf(doors);
    }

    /** One door, in words. */
    public record Line(String door, String summary, String who, List<String> asked) {}

    public List<Line> lines() {
        return doors.stream()
                .map(door -> new Line(
                        door.verb() + " " + door.path(),
                        door.summary(),
                        door.grants().isEmpty()
                                ? "公众"
                                : door.grants().stream().map(ClientScope::zh).collect(Collectors.joining("、")),
                        door.asked().stream()
                                .map(one -> one.name() + (one.required() ? "（必填）" : "") + "：" + one.meaning())
                                .toList()))
                .toList();
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("access.client.window");
    }

    @Override
    public String title() {
        return "接口说明";
    }
}
