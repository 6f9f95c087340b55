package org.rongyi.platform.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules out of one file, for a test of what reads them. */
public final class Policies {

    private Policies() {}

    public static Policy of(String yaml) {
        var file = PolicyFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        var state = new PolicyState(
                Map.of(), file.lists().stream().collect(Collectors.toMap(ChoiceList::id, Function.identity())));
        return new Policy(() -> state);
    }
}
