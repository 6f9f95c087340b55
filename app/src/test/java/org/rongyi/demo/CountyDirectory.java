package org.rongyi.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rongyi.Rongyi;
import org.rongyi.platform.access.LightPasswords;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.PreparedDirectory;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.kernel.Ids;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** A data directory with the small county in its database, for programs that run by themselves. */
public final class CountyDirectory {

    private CountyDirectory() {}

    /**
     * Makes it and lets it go; the program that made it has ended. Where its database lies in the directory, the empty one is copied.
     *
     * @param options where its database and files are, as one types them
     * @return who works there, by user name
     */
    public static Map<String, Personas.Entry> make(Path directory, String... options) throws Exception {
        return make(directory, TestCounty::ensure, options);
    }

    /**
     * The same, with more in it.
     *
     * @param work what is done in the program that makes it
     * @return what that answers
     */
    public static <T> T make(Path directory, Function<ApplicationContext, T> work, String... options) throws Exception {
        if (options.length == 0) {
            PreparedDirectory.copyTo(directory);
        }
        var words = new ArrayList<>(List.of("run", "--port", "0", "--data", directory.toString(), "--empty"));
        words.addAll(List.of(options));
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(LightPasswords::initialize);
        application.addInitializers(Startup.of(Launch.parse(words, Map.of()), new Progress(System.err, System.err))
                .occupyPort());
        var program = application.run();
        var held = program.getBean(DataDirectory.class);
        try {
            TestCounty.ensure(program);
            return work.apply(program);
        } finally {
            program.close();
            held.unlock();
        }
    }

    /** 走访, as the form of the village clerk has it, under an id of its own. */
    public static Map<String, String> visit(String post, String person, String day, String said) {
        return Map.ofEntries(
                Map.entry("_command", Ids.next().toString()),
                Map.entry("_post", post),
                Map.entry("person", person),
                Map.entry("result." + person, "MET"),
                Map.entry("happenedOn", day),
                Map.entry("kind", "REGULAR"),
                Map.entry("mode", "HOME"),
                Map.entry("sent", "POLICY"),
                Map.entry("brought", "优待证办理指南一份"),
                Map.entry("said", said),
                Map.entry("again", "yes"));
    }
}
