using BankAdmin.Domain.Credentials;

namespace BankAdmin.Domain.Tests.Credentials;

/// <summary>Wrong entries step by step (spec rules.md §5). <see cref="WrongEntriesModel"/> says the same in general.</summary>
public sealed class WrongEntriesTests
{
    private static readonly DateTime Start = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
    private static readonly LockoutPolicy Policy = new();

    [Fact]
    public void Four_wrong_entries_only_count()
    {
        var count = Wrong(WrongEntries.Clear, 4, Start);
        count.GateAt(Start).ShouldBe(EntryGate.Open);
        (count.Failures, count.Pauses, count.EntriesLeft(Policy)).ShouldBe((4, 0, 1));
        count.StopIsNext(Policy).ShouldBeFalse();
    }

    [Fact]
    public void The_fifth_pauses_for_thirty_minutes()
    {
        var count = Wrong(WrongEntries.Clear, 5, Start);
        count.GateAt(Start).ShouldBe(EntryGate.Paused);
        count.GateAt(Start.AddMinutes(30).AddTicks(-1)).ShouldBe(EntryGate.Paused);
        count.GateAt(Start.AddMinutes(30)).ShouldBe(EntryGate.Open);
    }

    [Fact]
    public void After_the_pause_counting_starts_at_nothing()
    {
        var later = Start.AddMinutes(30);
        var count = Wrong(Wrong(WrongEntries.Clear, 5, Start), 4, later);
        count.GateAt(later).ShouldBe(EntryGate.Open);
        (count.Failures, count.Pauses, count.EntriesLeft(Policy)).ShouldBe((4, 1, 1));
        Wrong(count, 1, later).GateAt(later.AddMinutes(29)).ShouldBe(EntryGate.Paused);
    }

    [Fact]
    public void The_third_pause_in_a_row_is_a_stop_for_good()
    {
        var twice = Wrong(Wrong(WrongEntries.Clear, 5, Start), 5, Start.AddHours(1));
        twice.StopIsNext(Policy).ShouldBeTrue();
        var count = Wrong(twice, 5, Start.AddHours(2));
        count.Stopped.ShouldBeTrue();
        count.GateAt(Start.AddYears(10)).ShouldBe(EntryGate.Stopped);
    }

    [Fact]
    public void A_success_between_makes_pauses_no_row()
    {
        WrongEntries.Clear.ShouldBe(new WrongEntries(0, 0, null, Stopped: false)); // what a success sets
        var count = Wrong(Wrong(WrongEntries.Clear, 5, Start), 5, Start.AddHours(1));
        count.Pauses.ShouldBe(2);
        Wrong(WrongEntries.Clear, 5, Start.AddHours(2)).Stopped.ShouldBeFalse();
    }

    [Fact]
    public void The_figures_are_the_banks()
    {
        var strict = new LockoutPolicy(EntriesUntilPause: 1, PauseMinutes: 1, PausesUntilStop: 1);
        WrongEntries.Clear.CountedAt(Start, strict).Stopped.ShouldBeTrue();
        new BankParameters { EntriesUntilPause = 2, PauseMinutes = 3, PausesUntilStop = 4 }.Lockout.ShouldBe(new LockoutPolicy(2, 3, 4));
        new BankParameters().Lockout.ShouldBe(new LockoutPolicy(5, 30, 3));
    }

    private static WrongEntries Wrong(WrongEntries count, int times, DateTime at) =>
        Enumerable.Range(0, times).Aggregate(count, (c, _) => c.CountedAt(at, Policy));
}
