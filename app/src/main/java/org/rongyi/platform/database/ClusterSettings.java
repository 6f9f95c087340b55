package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The server's settings, all on its command line. Their digest is the cluster's name, which the server writes to
 * {@code postmaster.opts}: so one can tell what settings a running server has.
 */
final class ClusterSettings {

    private static final String NAME = "cluster_name";

    private final Map<String, String> values;

    private ClusterSettings(Map<String, String> values) {
        this.values = values;
    }

    static ClusterSettings of(Path logs) {
        var values = new LinkedHashMap<String, String>();
        values.put("listen_addresses", "127.0.0.1");
        values.put("unix_socket_directories", ""); // their paths may not be longer than 107 bytes
        values.put("max_connections", "60");
        values.put("shared_buffers", "256MB");
        values.put("work_mem", "16MB");
        values.put("maintenance_work_mem", "256MB");
        values.put("effective_cache_size", "1GB");
        values.put("max_wal_size", "2GB");
        values.put("random_page_cost", "1.1");
        values.put("jit", "off");
        values.put("fsync", "on");
        values.put("full_page_writes", "on");
        values.put("synchronous_commit", "on");
        values.put("timezone", "Asia/Shanghai");
        values.put("track_io_timing", "on");
        // logs carry no values of rows or parameters
        values.put("log_parameter_max_length", "0");
        values.put("log_parameter_max_length_on_error", "0");
        values.put("log_error_verbosity", "terse");
        values.put("log_min_error_statement", "panic");
        values.put("log_timezone", "Asia/Shanghai");
        values.put("logging_collector", "on");
        values.put("log_directory", logs.toString());
        values.put("log_filename", "postgresql-%a.log");
        values.put("log_truncate_on_rotation", "on");
        values.put("log_rotation_age", "1d");
        values.put("log_rotation_size", "0");
        var digest = UUID.nameUUIDFromBytes((Binaries.VERSION + values).getBytes(StandardCharsets.UTF_8));
        values.put(NAME, "rongyi-" + Binaries.VERSION + "-" + digest);
        return new ClusterSettings(values);
    }

    /** For {@code pg_ctl -o}, which hands them to a shell. */
    String asOptions(int port) {
        return values.entrySet().stream()
                .map(entry -> "-c " + quoted(entry.getKey() + "=" + entry.getValue()))
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
    }

    boolean areThoseOf(Path data) throws IOException {
        var options = data.resolve("postmaster.opts");
        return Files.exists(options) && Files.readString(options).contains("\"" + NAME + "=" + values.get(NAME) + "\"");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
