package org.rongyi.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.platform.access.Personas;
import org.springframework.context.ApplicationContext;

/** A small demo county in the program all tests share: one town, its villages, a few dozen households. */
public final class TestCounty {

    private static final DemoCounty.Size SMALL = new DemoCounty.Size(1, 40, 80);

    private TestCounty() {}

    /** Builds it once; answers the personas by user name. */
    public static synchronized Map<String, Personas.Entry> ensure(ApplicationContext program) {
        var personas = program.getBean(Personas.class);
        List<Personas.Entry> all = personas.all();
        if (all.isEmpty()) {
            program.getBean(DemoCounty.class).build(SMALL);
            all = personas.all();
        }
        return all.stream().collect(Collectors.toMap(Personas.Entry::username, Function.identity()));
    }
}
