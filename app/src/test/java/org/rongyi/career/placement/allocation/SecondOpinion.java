package org.rongyi.career.placement.allocation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * The verifier, compiled here with an empty class path and loaded apart from everything: it leans on nothing but the JDK, or this
 * does not work.
 */
public final class SecondOpinion {

    private static final Path SOURCES = Path.of("../verifier/src/main/java");

    private final Method verify;

    public SecondOpinion() throws IOException, ReflectiveOperationException {
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
        verify = loader.loadClass("org.rongyi.verifier.Verify").getMethod("verify", Map.class);
    }

    /** Why the file does not hold, as {@code place: reason}; empty when it is verified. */
    Optional<String> objection(byte[] file, byte[] input) {
        return objection(input == null ? Map.of("file", file) : Map.of("file", file, "--input", input));
    }

    /** Of files by the option they are given with; {@code file} without one. */
    public Optional<String> objection(Map<String, byte[]> files) {
        try {
            verify.invoke(null, files);
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

    /** What it says of files that hold, in one text. */
    public String said(Map<String, byte[]> files) {
        try {
            return verify.invoke(null, files).toString();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e.getCause().getMessage(), e);
        }
    }
}
