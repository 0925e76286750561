package mention

// givenNames are names that many people have and that are hardly ever another
// word, a town or a theorem. Mark, Rose, Hope, Paris, Taylor aren't among them.
var givenNames = listed(`
aaron abdul abdullah abigail adam adriana agnes ahmad ahmed aisha alan albert alejandro aleksandra alex alexander alexandra alexei alfred ali alice alicia alison amanda amelia amina amir amit amy
ana anastasia andrea andreas andrei andrew andrzej angela angelika anita anja anjali ankit ann anna anne annette annie anthony antje antoine anton antonia antonio anya arjun arthur arun asha astrid axel ayesha ayse
barbara bartosz beatrice beatriz ben benedikt benjamin bernard bernd bettina beth betty birgit bjorn brandon brenda brian brigitte bruno
carla carlos carmen carolina caroline catherine cecilia celine charles charlotte cheng chiara chinedu chloe chris christa christiane christina christine christoph christopher claire clara claudia conor connor cynthia
daniel daniela danielle david deborah deepak deepika denis dennis derek devi diana diego dieter dimitri dmitri dominik donald doris dorothy douglas duncan
edith eduardo edward eileen ekaterina elaine eleanor elena elisabeth elizabeth elke ellen elsa emilia emily emma emmanuel enrique eric erica erika ernst esther ethan eugene eva evelyn
fabian farah fatima fatma felix fernanda fernando fiona florian frances francesca francisco franziska fritz
gabriel gabriela gareth gemma geoffrey george georg gerald gerhard gilbert giovanni giulia gordon graham greta guido gustavo günter
hamza hannah hans harriet harry hassan heather heidi heike heinz helen helena helga hendrik henry herbert hiroshi holger howard hussein
ian ibrahim ida ignacio imran ines ingrid irene irina isabel isabella ivan
jackie jacob jacqueline jakob james jamie jan jana jane janet janine jasmin jason javier jeff jeffrey jennifer jenny jeremy jessica jessie jesús jim jimmy joachim joan joanna jochen joe joel johan johann johannes john johnny jonas jonathan jorge jose josé josef joseph josh joshua joyce juan judith julia julian juliane julie jürgen justin
kamal karen karin karl karolina katarina kate katharina katherine kathleen kathrin kathryn katie katja katrin keith kelly kenneth kerstin kevin khalid kiran klara klaus kofi konstantin krishnan kristina kumar kwame kyle
lakshmi lara larissa lars laura lauren laurence lea leah leila lena leon leonard leonie leslie liam linda lisa lorenzo louis louise lucas lucia lucy luis luisa lukas lydia
maggie magdalena mahmoud malcolm manuel manuela marc marcel marco marcus margaret margarete maria marianne marie marina mario marion marjorie markus marta martha martin martina mary maryam mateusz mathilda matteo matthew matthias maureen maurice maximilian megan mehmet melanie melissa mia michael michaela michal michel michelle miguel mike mikhail mina miriam mohamed mohammad mohammed monica monika moritz muhammad mustafa
nadia nadine nancy naomi natalia natalie natasha neha neil nelson niamh nicholas nicola nicolas nicole niklas nikolai nikhil nina noah nora norbert norman
oksana olaf oleg olga oliver olivia olumide omar oscar oskar osama otto owen
pablo pamela patricia patrick paul paula pauline pawel pedro peter petra philip philipp philippa piotr pooja prakash priya priyanka
rachel rafael rahul rainer raj rajesh ralf ralph ramesh raquel rashid rebecca renate ricardo richard rita robert roberta roberto rodrigo roger rohan roland ronald rosemary rosie roxanne rudolf rupert ruth ryan
sabine sabrina saeed samantha samir sammy samuel sandra sanjay sarah sara sasha saskia sean sebastian sergei sergio shankar shannon sharon sheila shirley shreya siegfried silvia simon simone sinead siobhan sofia sofie sonia sophia sophie stacey stefan stefanie steffen stella stephanie stephen steve steven stuart sunil susan susanne suzanne svetlana sven swati sylvia
tamara tanja tanya tariq tatiana teresa thea theodor theresa thomas thorsten tiago timothy tina tobias todd tommy tony torsten tracey tracy trevor tristan
ulrich ulrike ursula uwe valentina valerie vanessa vera veronica veronika victoria vijay vikram vikas vincent viktor vladimir volker
walter waltraud wendy werner wilhelm william wolfgang xavier xiao yasmin yasmine yolanda youssef yuki yuri yusuf yvonne zachary zainab zoe zofia
`)
