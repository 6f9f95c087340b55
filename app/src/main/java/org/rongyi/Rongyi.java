package org.rongyi;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.TimeZone;
import org.rongyi.care.fund.VerifyLedger;
import org.rongyi.platform.audit.VerifyAudit;
import org.rongyi.platform.audit.VerifyWords;
import org.rongyi.platform.backup.BackupCommand;
import org.rongyi.platform.backup.RestoreCommand;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.database.WrongInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** 戎驿: one program for a province's veterans' service. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Rongyi {

    private static final int CHECK_FAILED = 1;
    private static final int WRONG_INPUT = 2;
    private static final int CANNOT_RUN = 3;

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        try {
            var words = List.of(args);
            silenceLogs();
            if (VerifyAudit.isMeant(words)) {
                System.exit(VerifyAudit.run(words, System.getenv(), new Progress(System.err, System.out)));
            }
            if (VerifyLedger.isMeant(words)) {
                System.exit(VerifyLedger.run(
                        words, System.getenv(), new Progress(System.err, System.out), GivingServices.ALL));
            }
            VerifyWords.refuseUnknown(words);
            if (BackupCommand.isMeant(words)) {
                System.exit(BackupCommand.run(words, System.getenv(), new Progress(System.err, System.out)));
            }
            var launch = RestoreCommand.isMeant(words)
                    ? RestoreCommand.run(words, System.getenv(), new Progress(System.err, System.out))
                    : Launch.parse(words, System.getenv());
            var startup =
                    Startup.of(launch, new Progress(System.err, System.out)).occupyPort();
            var application = new SpringApplication(Rongyi.class);
            application.setMainApplicationClass(Blueprint.class);
            application.addInitializers(startup);
            var context = application.run();
            if (launch.ends()) {
                context.close();
            }
        } catch (RuntimeException e) {
            if (!isStopping()) {
                System.exit(explain(e));
            }
        }
    }

    /** Until Spring sets logging up, libraries would log to stdout, which carries the answer only. */
    private static void silenceLogs() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    /** Told to stop in the middle of its start, the program breaks off: that is no failure to explain. */
    private static boolean isStopping() {
        try {
            var hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** One clear line for what the user can mend, the whole trace for what is ours to mend. */
    private static int explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CheckFailed failed -> {
                    System.err.println(failed.getMessage());
                    return CHECK_FAILED;
                }
                case WrongInput wrong -> {
                    System.err.println(wrong.getMessage());
                    return WRONG_INPUT;
                }
                case CannotRun cannot -> {
                    System.err.println(cannot.getMessage());
                    return CANNOT_RUN;
                }
                default -> {}
            }
        }
        failure.printStackTrace();
        return CANNOT_RUN;
    }
}
