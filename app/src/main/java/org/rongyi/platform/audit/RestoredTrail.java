package org.rongyi.platform.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.RestoredCheck;
import org.rongyi.platform.vault.Signer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The trail of a restored installation: what waited is sealed, then the whole chain is recomputed. */
@Component
class RestoredTrail implements RestoredCheck {

    private final Sealer sealer;
    private final DataSource jobs;
    private final Signer signer;
    private final Clock clock;
    private final DataDirectory directory;

    RestoredTrail(
            Sealer sealer, @Qualifier("job") DataSource jobs, Signer signer, Clock clock, DataDirectory directory) {
        this.sealer = sealer;
        this.jobs = jobs;
        this.signer = signer;
        this.clock = clock;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "留痕";
    }

    @Override
    public List<String> findings() {
        sealer.seal(Integer.MAX_VALUE);
        try (var connection = jobs.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var heads = directory.heads().resolve(HeadsFile.NAME);
                var found = new TrailCheck(connection, signer, clock, heads, Duration.ZERO)
                        .checkRestored()
                        .findings();
                var lines = new ArrayList<String>();
                found.first().forEach(finding -> lines.add(finding.toString()));
                if (found.count() > lines.size()) {
                    lines.add("其余 " + (found.count() - lines.size()) + " 处从略");
                }
                return lines;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CannotRun("留痕读不出来 · cannot read the trail: " + e.getMessage(), e);
        }
    }
}
