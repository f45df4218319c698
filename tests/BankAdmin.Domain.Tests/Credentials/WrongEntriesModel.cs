using BankAdmin.Domain.Credentials;
using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Credentials;

/// <summary>
/// Any run of right and wrong entries with any time between them, against the rule as a person says it: the last entries
/// that were judged, and nothing else, decide.
/// </summary>
public sealed class WrongEntriesModel
{
    private static readonly DateTime Start = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    private sealed record Entry(bool Right, int MinutesLater);

    private sealed record Judged(DateTime At, bool Right);

    private sealed record Run(List<Judged> JudgedEntries, WrongEntries End, DateTime EndAt);

    [Fact]
    public void No_more_than_five_wrong_entries_are_judged_within_any_thirty_minutes() => ForAnyRun((run, policy) =>
        run.JudgedEntries.Select((entry, i) => run.JudgedEntries.Skip(i)
                .TakeWhile(later => later.At < entry.At.AddMinutes(policy.PauseMinutes) && !later.Right).Count())
            .All(wrong => wrong <= policy.EntriesUntilPause));

    [Fact]
    public void Without_a_success_between_no_more_are_judged_than_make_a_stop() => ForAnyRun((run, policy) =>
        Rows(run).All(wrong => wrong <= policy.EntriesUntilPause * policy.PausesUntilStop));

    [Fact]
    public void The_account_is_stopped_exactly_when_a_row_of_wrong_entries_is_complete() => ForAnyRun((run, policy) =>
        run.End.Stopped == Rows(run).Any(wrong => wrong == policy.EntriesUntilPause * policy.PausesUntilStop));

    [Fact]
    public void It_pauses_after_every_fifth_of_a_row_and_then_only() => ForAnyRun((run, policy) =>
    {
        var row = Rows(run).Last();
        return run.End.Stopped || (run.End.Failures == row % policy.EntriesUntilPause && run.End.Pauses == row / policy.EntriesUntilPause);
    });

    [Fact]
    public void The_tries_that_are_left_are_those_that_are_judged() => ForAnyRun((run, policy) =>
    {
        var (count, left) = (run.End, run.End.EntriesLeft(policy));
        var at = run.EndAt.AddMinutes(policy.PauseMinutes);
        if (count.Stopped)
        {
            return true;
        }

        var before = Enumerable.Range(0, left - 1).Aggregate(count, (c, _) => c.CountedAt(at, policy));
        var last = before.CountedAt(at, policy);
        return before.GateAt(at) == EntryGate.Open && last.GateAt(at) == (count.StopIsNext(policy) ? EntryGate.Stopped : EntryGate.Paused);
    });

    // Lengths of the rows of wrong entries without a success between them, the last one included.
    private static List<int> Rows(Run run)
    {
        List<int> rows = [0];
        foreach (var entry in run.JudgedEntries)
        {
            if (entry.Right)
            {
                rows.Add(0);
            }
            else
            {
                rows[^1]++;
            }
        }

        return rows;
    }

    private static void ForAnyRun(Func<Run, LockoutPolicy, bool> holds)
    {
        // mostly wrong, mostly at once: else no run would ever come to a stop
        var entry = Gen.Choose(0, 9)
            .SelectMany(right => Gen.Elements(0, 0, 0, 0, 1, 29, 30, 31, 600).Select(minutes => new Entry(right == 0, minutes)));
        var policy = Gen.Elements(
            new LockoutPolicy(), new LockoutPolicy(2, 30, 2), new LockoutPolicy(1, 30, 3), new LockoutPolicy(3, 30, 1));
        var runs = entry.ListOf(60).SelectMany(entries => policy.Select(p => (Entries: entries.ToList(), Policy: p)));
        var stopped = 0;
        Always.HoldsFor(runs, given =>
        {
            var run = Play(given.Entries, given.Policy);
            stopped += run.End.Stopped ? 1 : 0;
            return holds(run, given.Policy);
        });
        stopped.ShouldBeInRange(1, 499, "Runs that end in a stop, and runs that do not, must both have been tried.");
    }

    // What EntryGatekeeper does with a count, one entry after the other.
    private static Run Play(List<Entry> entries, LockoutPolicy policy)
    {
        var (count, at) = (WrongEntries.Clear, Start);
        var run = new Run([], count, at);
        foreach (var entry in entries)
        {
            at = at.AddMinutes(entry.MinutesLater);
            if (count.GateAt(at) == EntryGate.Open)
            {
                run.JudgedEntries.Add(new Judged(at, entry.Right));
                count = entry.Right ? WrongEntries.Clear : count.CountedAt(at, policy);
            }
        }

        return run with { End = count, EndAt = at };
    }
}
