package org.rongyi.career.placement.allocation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * The verifier, compiled here with an empty class path and loaded apart from everything: it leans on nothing but the JDK, or this
 * does not work.
 */
final class SecondOpinion {

    private static final Path SOURCES = Path.of("../verifier/src/main/java");

    private final Method verify;

    SecondOpinion() throws IOException, ReflectiveOperationException {
        var classes = Files.createTempDirectory(Path.of("target"), "verifier");
        var words = new ArrayList<>(List.of("-cp", classes.toString(), "-proc:none", "-d", classes.toString()));
        try (var files = Files.walk(SOURCES)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, System.err, words.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("the verifier does not compile by itself");
        }
        var loader =
                new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        verify = loader.loadClass("org.rongyi.verifier.Verify").getMethod("verify", byte[].class, byte[].class);
    }

    /** Why the file does not hold, as {@code place: reason}; empty when it is verified. */
    Optional<String> objection(byte[] file, byte[] input) {
        try {
            verify.invoke(null, file, input);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause().getClass().getSimpleName().equals("Rejected")) {
                return Optional.of(e.getCause().getMessage());
            }
            throw new AssertionError("the verifier broke down", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
