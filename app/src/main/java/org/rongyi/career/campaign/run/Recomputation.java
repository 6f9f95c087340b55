package org.rongyi.career.campaign.run;

import java.util.Optional;
import org.rongyi.career.placement.proof.Result;
import org.rongyi.verifier.Verify;
import org.springframework.stereotype.Component;

/**
 * 独立复算: what the program reckoned, reckoned by other means before anybody sees it. The same second implementation outsiders check with, which shares
 * no code with the first: a mistake of the program is found here, not by a person who has his letter.
 */
@Component
class Recomputation {

    /** Where in the files of a run something does not hold; empty where all does. The reason stays unsaid: it may tell wishes and points. */
    Optional<String> objection(Result result) {
        return Verify.objection(result.file(), result.shown())
                .map(why -> why.substring(0, Math.max(0, why.indexOf(": "))));
    }
}
